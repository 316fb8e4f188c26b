package org.probity.web.faces;

import jakarta.faces.convert.FacesConverter;

/** Counts and pages. */
@FacesConverter(forClass = Integer.class)
public class IntegerConverter extends WholeNumberConverter<Integer> {

    @Override
    Integer read(String digits) {
        return Integer.valueOf(digits);
    }
}
