/** Finance's opinion in the joint review, and the credit account. */
package dev.kontor.finance;
