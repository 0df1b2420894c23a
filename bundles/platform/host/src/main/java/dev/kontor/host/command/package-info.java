/** What administrators, and the platform itself, do with partners' bundles, and the page that shows them. */
package dev.kontor.host.command;
