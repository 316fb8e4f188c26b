package org.probity.web.api;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/**
 * The numbers in addresses: written in one way only. Java by itself reads the digits of every script and a sign in front, so
 * that one record would have many addresses.
 */
@Provider
public class Numbers implements ParamConverterProvider {

    @Override
    @SuppressWarnings("unchecked")
    public <T> ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        return type == Long.class ? (ParamConverter<T>) new Id() : null;
    }

    private static final class Id implements ParamConverter<Long> {

        /** @throws NotFoundException for what is no number that anything has */
        @Override
        public Long fromString(String written) {
            if (!written.matches("[1-9][0-9]{0,17}")) {
                throw new NotFoundException();
            }
            return Long.valueOf(written);
        }

        @Override
        public String toString(Long id) {
            return String.valueOf(id);
        }
    }
}
