package org.probity.web.faces;

import jakarta.faces.convert.FacesConverter;

/** Numbers of records. */
@FacesConverter(forClass = Long.class)
public class LongConverter extends WholeNumberConverter<Long> {

    @Override
    Long read(String digits) {
        return Long.valueOf(digits);
    }
}
