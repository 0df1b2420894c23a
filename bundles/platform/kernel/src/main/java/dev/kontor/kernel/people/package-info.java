/** Accounts, sessions, tokens, roles and delegations. No method here takes or returns {@code null}. */
package dev.kontor.kernel.people;

