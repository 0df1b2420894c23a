/** The preliminary review by the head of sales: checklist, special approval, pass and return. */
package dev.kontor.review.preliminary;
