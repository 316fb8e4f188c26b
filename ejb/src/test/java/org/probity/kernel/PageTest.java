package org.probity.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.TypedQuery;
import java.lang.reflect.Proxy;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PageTest {

    @Test
    void aPageFarBehindTheLastOrBeforeTheFirstBeginsSomewhere() {
        assertThat(Page.offset(2, 25)).isEqualTo(50);
        assertThat(Page.offset(-1, 25)).isZero();
        assertThat(Page.offset(Integer.MAX_VALUE, Integer.MAX_VALUE)).isEqualTo(Page.LAST * Page.LARGEST);
    }

    /** Each text that a caller could bring about stays translated in memory. */
    @Test
    void notEachLengthIsAQueryOfItsOwn() {
        Set<String> ends = new HashSet<>();
        for (int size = 1; size <= Page.LARGEST; size++) {
            Page.rows(end -> {
                ends.add(end);
                return query();
            }, 0, size);
        }
        assertThat(ends).contains("", " limit 25", " limit 50").hasSizeLessThan(10);
    }

    /** It finds nothing, however much is asked for. */
    @SuppressWarnings("unchecked")
    private static TypedQuery<Object> query() {
        return (TypedQuery<Object>) Proxy.newProxyInstance(PageTest.class.getClassLoader(), new Class<?>[] {TypedQuery.class},
                (query, method, given) -> method.getReturnType() == List.class ? List.of() : query);
    }
}
