/* Placeholder until the folder has files. */
typedef int export_placeholder;
