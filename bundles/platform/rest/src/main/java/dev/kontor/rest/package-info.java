/** The console's pages and commands for machines. */
package dev.kontor.rest;
