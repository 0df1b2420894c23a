/** The servlets: who comes in, what is asked, and what goes back. */
package dev.kontor.console.web;
