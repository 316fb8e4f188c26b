package org.probity.access;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Keeps a token's scopes in one column, so that no request needs a second query for them. */
@Converter
public class ScopeSet implements AttributeConverter<Set<Scope>, String> {

    @Override
    public String convertToDatabaseColumn(Set<Scope> scopes) {
        return scopes.stream().sorted().map(Scope::name).collect(Collectors.joining(","));
    }

    @Override
    public Set<Scope> convertToEntityAttribute(String column) {
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        Arrays.stream(column.split(",")).filter(s -> !s.isEmpty()).map(Scope::valueOf).forEach(scopes::add);
        return scopes;
    }
}
