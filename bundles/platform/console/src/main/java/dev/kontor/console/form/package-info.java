/** Reads submitted forms and holds what a form shows. */
package dev.kontor.console.form;
