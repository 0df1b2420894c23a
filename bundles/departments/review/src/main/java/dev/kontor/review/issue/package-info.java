/** Questions to sales: raised, answered, resolved; the asker's clock stands still meanwhile. */
package dev.kontor.review.issue;
