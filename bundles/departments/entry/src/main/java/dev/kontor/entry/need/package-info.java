/** What customers want before there is a contract (客户需求记录, R-3.2), and how they came. */
package dev.kontor.entry.need;
