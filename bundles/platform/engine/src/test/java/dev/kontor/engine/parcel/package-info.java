/** Rule sets on their way between platforms, and what may have been done to them. */
package dev.kontor.engine.parcel;
