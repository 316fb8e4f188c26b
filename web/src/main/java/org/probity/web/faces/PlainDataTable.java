package org.probity.web.faces;

import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import jakarta.faces.context.ResponseWriterWrapper;
import java.io.IOException;
import java.io.Writer;
import org.primefaces.component.datatable.DataTable;
import org.primefaces.component.datatable.DataTableRenderer;

/**
 * A data table without the inline style by which PrimeFaces hides a table until its script has run: the content-security
 * policy forbids it, and a table that needs no script is better seen at once.
 */
public class PlainDataTable extends DataTableRenderer {

    @Override
    protected void encodeMarkup(FacesContext faces, DataTable table) throws IOException {
        ResponseWriter writer = faces.getResponseWriter();
        faces.setResponseWriter(new Unstyled(writer));
        super.encodeMarkup(faces, table);
        faces.setResponseWriter(writer);
    }

    private static final class Unstyled extends ResponseWriterWrapper {

        Unstyled(ResponseWriter wrapped) {
            super(wrapped);
        }

        @Override
        public void writeAttribute(String name, Object value, String property) throws IOException {
            if (!name.equals("style")) {
                super.writeAttribute(name, value, property);
            }
        }

        @Override
        public ResponseWriter cloneWithWriter(Writer out) {
            return new Unstyled(getWrapped().cloneWithWriter(out));
        }
    }
}
