/** The platform's own pages, as data: what belongs to no department. */
package dev.kontor.console.pages;
