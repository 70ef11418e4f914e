/* Placeholder until the folder has files. */
typedef int text_placeholder;
