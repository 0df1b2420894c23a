/** What people see of shipments: the list, the order's part, the machine's part. */
package dev.kontor.logistics.page;
