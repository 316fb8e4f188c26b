package org.probity.kernel;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import java.io.ObjectInputFilter;

/**
 * What may be read from a stream of objects in this process, whoever reads it: plain values. Probity keeps nothing as serialised
 * objects, and neither does its server, whose sessions and views stay in memory; whatever comes as one comes from elsewhere. A
 * filter that the process was started with ({@code -Djdk.serialFilter}) stays.
 */
@Unguarded("The start of the server itself")
@Singleton
@Startup
public class Deserialisation {

    private static final String VALUES = "maxdepth=32;maxrefs=10000;maxbytes=1048576;maxarray=100000;"
            + "java.lang.*;java.util.*;java.math.*;java.time.*;!*";

    @PostConstruct
    void filter() {
        if (ObjectInputFilter.Config.getSerialFilter() == null) {
            ObjectInputFilter.Config.setSerialFilter(ObjectInputFilter.Config.createFilter(VALUES));
        }
    }
}
