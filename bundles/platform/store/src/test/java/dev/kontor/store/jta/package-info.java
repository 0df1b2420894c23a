/** Tests of what the failures of databases mean. */
package dev.kontor.store.jta;
