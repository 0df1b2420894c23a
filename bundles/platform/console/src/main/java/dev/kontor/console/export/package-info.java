/** Carries lists out of the console as files. Nothing here knows a page: what a page shows is what leaves. */
package dev.kontor.console.export;
