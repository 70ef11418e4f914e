/* Placeholder until the folder has files. */
typedef int chart_placeholder;
