package io.eastwest.testing.expect;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes a report in the form of JUnit. */
final class JUnitXml {
    private static final char REPLACEMENT = '\uFFFD';

    private JUnitXml() {}

    static String of(String suite, ExpectationReport report) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            line(xml);
            xml.writeStartElement("testsuite");
            xml.writeAttribute("name", clean(suite));
            xml.writeAttribute("tests", Integer.toString(report.results().size()));
            xml.writeAttribute("failures", Long.toString(report.failed()));
            xml.writeAttribute("errors", "0");
            xml.writeAttribute("skipped", "0");
            for (ExpectationReport.Result result : report.results()) {
                line(xml);
                write(xml, suite, result);
            }
            line(xml);
            xml.writeEndElement();
            line(xml);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("XML into a string cannot fail", e);
        }
        return text.toString();
    }

    private static void write(XMLStreamWriter xml, String suite, ExpectationReport.Result result)
            throws XMLStreamException {
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", clean(suite));
        xml.writeAttribute("name", clean(result.name()));
        if (result.location().isPresent()) {
            xml.writeAttribute("file", clean(result.location().get().file()));
            xml.writeAttribute("line", Integer.toString(result.location().get().line()));
        }
        for (String failure : result.failures()) {
            xml.writeStartElement("failure");
            xml.writeAttribute("message", clean(failure.lines().findFirst().orElse("")));
            xml.writeCharacters(clean(failure));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static void line(XMLStreamWriter xml) throws XMLStreamException {
        xml.writeCharacters("\n");
    }

    /** {@return the text without characters that XML 1.0 has no place for} */
    private static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(character -> clean.appendCodePoint(isXml(character) ? character : REPLACEMENT));
        return clean.toString();
    }

    private static boolean isXml(int character) {
        return character == '\t'
                || character == '\n'
                || character == '\r'
                || character >= ' ' && character < Character.MIN_SURROGATE
                || character > Character.MAX_SURROGATE && character <= REPLACEMENT
                || character >= Character.MIN_SUPPLEMENTARY_CODE_POINT;
    }
}
