/* Placeholder until the folder has files. */
typedef int table_placeholder;
