/* Every code, one line each: X(CODE, "folder/name", SEVERITY). A code has a
 * case in tests/cases/diag. No guard: included where a list is made of it. */
X(FILE_UNREADABLE, "file/unreadable", ERROR)
X(FILE_TOO_BIG, "file/too-big", ERROR)
X(FILE_NOT_UTF8, "file/not-utf8", ERROR)
X(FILE_OUTSIDE, "file/outside", ERROR)
X(FILE_UNWRITABLE, "file/unwritable", ERROR)
X(FILE_NETWORK, "file/network", ERROR)
X(TREE_SYNTAX, "tree/syntax", ERROR)
X(TREE_LIMIT, "tree/limit", ERROR)
