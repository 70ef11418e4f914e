/* Placeholder until the folder has files. */
typedef int korean_placeholder;
