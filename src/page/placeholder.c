/* Placeholder until the folder has files. */
typedef int page_placeholder;
