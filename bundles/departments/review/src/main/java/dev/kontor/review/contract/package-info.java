/** The contract review before signing (合同评审, R-4.17). Start with {@code ContractReviewDepartment}. */
package dev.kontor.review.contract;
