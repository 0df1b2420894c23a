package dev.kontor.itest;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The class's tests run inside a Felix that Pax Exam started from the features that ship: one at a time, as it is this JVM. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(PaxExam.class)
@ResourceLock("container")
@interface InContainer {

    Store store() default Store.DERBY;
}
