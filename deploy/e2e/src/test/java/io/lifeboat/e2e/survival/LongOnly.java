package io.lifeboat.e2e.survival;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Too long for every build: runs only in {@code ./lifeboat test --long}. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@EnabledIfSystemProperty(named = "lifeboat.repetitions", matches = "[2-9]|[1-9][0-9]+")
public @interface LongOnly {}
