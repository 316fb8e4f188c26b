package org.probity.web.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.probity.access.Act;

/** The acts a method of the API leads to. Whoever may do none of them is refused before anything is read. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface LeadsTo {

    Act[] value();
}
