/* Placeholder until the folder has files. */
typedef int build_placeholder;
