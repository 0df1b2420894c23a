/**
 * The regulation's text in the company's own versions, and who has acknowledged which. Nothing takes or returns
 * {@code null}.
 */
package dev.kontor.supervision.regulation;
