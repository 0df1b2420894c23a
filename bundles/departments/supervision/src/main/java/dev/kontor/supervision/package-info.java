/** Inspection and assessment (chapter 10). */
package dev.kontor.supervision;
