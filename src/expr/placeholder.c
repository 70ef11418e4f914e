/* Placeholder until the folder has files. */
typedef int expr_placeholder;
