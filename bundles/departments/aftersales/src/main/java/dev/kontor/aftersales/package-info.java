/** Warranty, service and retrospectives (chapter 8). */
package dev.kontor.aftersales;
