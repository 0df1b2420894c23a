package dev.kontor.itest;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * The class walks through the one {@link Demo} company; its browser serves one class at a time.
 * Last in order: there one thread takes them one after the other, and the others do not come to wait for each other.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(Demo.Shared.class)
@ResourceLock("demo")
@Order(Order.DEFAULT + 1)
@interface InDemo {}
