package org.probity.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The reference of the case a service method is about. The {@link PermissionInterceptor} asks {@link CaseExclusions} whether the caller sees it. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface OfCase {
}
