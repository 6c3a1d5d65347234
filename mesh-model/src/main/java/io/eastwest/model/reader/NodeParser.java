package io.eastwest.model.reader;

import com.fasterxml.jackson.core.Base64Variant;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.ObjectCodec;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.Version;
import com.fasterxml.jackson.core.base.ParserMinimalBase;
import com.fasterxml.jackson.core.io.ContentReference;
import com.fasterxml.jackson.core.json.JsonReadContext;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** Shows one node of a {@link NodeTree} to Jackson as a stream of tokens, and lets errors jump to the end of a value. */
final class NodeParser extends ParserMinimalBase {
    private final NodeTree tree;
    private final JsonReadContext context = JsonReadContext.createRootContext(null);
    private int[] open = new int[16];
    private int depth;
    private int node;
    private final BitSet hidden = new BitSet();
    private @Nullable ObjectCodec codec;
    private boolean closed;

    NodeParser(NodeTree tree, int root) {
        super(StreamReadConstraints.defaults());
        this.tree = tree;
        this.node = root;
    }

    /** The node of the current token; a field name belongs to its value. */
    int node() {
        return node;
    }

    /** The value that is read now: Jackson may have gone on to the first field of an object before it asks. */
    int value() {
        return _currToken == JsonToken.FIELD_NAME ? open[depth - 1] : node;
    }

    NodeTree tree() {
        return tree;
    }

    /** Passes over a field of the object that is read now. Another of its fields must follow or go before it. */
    void hide(int field) {
        hidden.set(field);
        if (_currToken == JsonToken.FIELD_NAME && node == field) {
            nextVisible(tree.end(field), open[depth - 1]);
        }
    }

    /** Makes the first token of a node the current one; the parser stands before it in what holds it. */
    void goTo(int target) {
        while (depth > 0 && open[depth - 1] >= target) {
            depth--;
        }
        enter(target);
    }

    /** Makes the last token of a node the current one, wherever inside or before it the parser stands. */
    void finish(int target) {
        while (depth > 0 && open[depth - 1] >= target) {
            depth--;
        }
        node = target;
        _currToken = tree.kind(target).last;
    }

    @Override
    public @Nullable JsonToken nextToken() {
        if (_currToken == null) {
            return closed ? null : enter(node);
        }
        if (_currToken == JsonToken.FIELD_NAME) {
            return enter(node);
        }
        if (depth == 0) {
            closed = true;
            _currToken = null;
            return null;
        }
        int container = open[depth - 1];
        int next = _currToken.isStructStart() ? node + 1 : tree.end(node);
        return nextVisible(next, container);
    }

    private @Nullable JsonToken nextVisible(int sibling, int container) {
        int next = sibling;
        while (next != tree.end(container) && hidden.get(next)) {
            next = tree.end(next);
        }
        if (next == tree.end(container)) {
            depth--;
            node = container;
            _currToken = tree.kind(container).last;
            return _currToken;
        }
        if (tree.kind(container) == NodeKind.LIST) {
            return enter(next);
        }
        node = next;
        _currToken = JsonToken.FIELD_NAME;
        return _currToken;
    }

    private JsonToken enter(int next) {
        node = next;
        NodeKind kind = tree.kind(next);
        if (kind.isContainer()) {
            if (depth == open.length) {
                open = Arrays.copyOf(open, 2 * depth);
            }
            open[depth++] = next;
        }
        _currToken = kind.first;
        return kind.first;
    }

    @Override
    public JsonParser skipChildren() {
        if (_currToken != null && _currToken.isStructStart()) {
            finish(node);
        }
        return this;
    }

    @Override
    public @Nullable String currentName() {
        if (_currToken == JsonToken.FIELD_NAME) {
            return tree.name(node);
        }
        String name = tree.name(node);
        return name.isEmpty() ? null : name;
    }

    @Override
    @SuppressWarnings("deprecation")
    public @Nullable String getCurrentName() {
        return currentName();
    }

    @Override
    public @Nullable String getText() {
        if (_currToken == null) {
            return null;
        }
        return switch (_currToken) {
            case FIELD_NAME -> tree.name(node);
            case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> tree.text(node);
            default -> _currToken.asString();
        };
    }

    @Override
    public char[] getTextCharacters() {
        String text = getText();
        return text == null ? new char[0] : text.toCharArray();
    }

    @Override
    public boolean hasTextCharacters() {
        return false;
    }

    @Override
    public int getTextLength() {
        String text = getText();
        return text == null ? 0 : text.length();
    }

    @Override
    public int getTextOffset() {
        return 0;
    }

    @Override
    public Number getNumberValue() {
        if (_currToken == JsonToken.VALUE_NUMBER_FLOAT) {
            return getDecimalValue();
        }
        return switch (getNumberType()) {
            case INT -> (Number) Integer.parseInt(tree.text(node));
            case LONG -> Long.parseLong(tree.text(node));
            default -> getBigIntegerValue();
        };
    }

    @Override
    public NumberType getNumberType() {
        if (_currToken == JsonToken.VALUE_NUMBER_FLOAT) {
            return NumberType.BIG_DECIMAL;
        }
        String text = tree.text(node);
        if (text.length() < 10) {
            return NumberType.INT;
        }
        int bits = text.length() <= 20 ? getBigIntegerValue().bitLength() : 64;
        return bits < 32 ? NumberType.INT : bits < 64 ? NumberType.LONG : NumberType.BIG_INTEGER;
    }

    @Override
    public int getIntValue() {
        return Integer.parseInt(tree.text(node));
    }

    @Override
    public long getLongValue() {
        return Long.parseLong(tree.text(node));
    }

    @Override
    public BigInteger getBigIntegerValue() {
        return new BigInteger(tree.text(node));
    }

    @Override
    public float getFloatValue() {
        return Float.parseFloat(tree.text(node));
    }

    @Override
    public double getDoubleValue() {
        return Double.parseDouble(tree.text(node));
    }

    @Override
    public BigDecimal getDecimalValue() {
        return new BigDecimal(tree.text(node));
    }

    @Override
    public byte[] getBinaryValue(Base64Variant variant) throws IOException {
        try {
            return variant.decode(tree.text(node));
        } catch (IllegalArgumentException e) {
            throw new JsonParseException(this, "must be base64", e);
        }
    }

    @Override
    public JsonLocation currentTokenLocation() {
        return new JsonLocation(ContentReference.redacted(), -1, tree.line(node), tree.column(node));
    }

    @Override
    public JsonLocation currentLocation() {
        return currentTokenLocation();
    }

    @Override
    @SuppressWarnings("deprecation")
    public JsonLocation getTokenLocation() {
        return currentTokenLocation();
    }

    @Override
    @SuppressWarnings("deprecation")
    public JsonLocation getCurrentLocation() {
        return currentTokenLocation();
    }

    @Override
    public JsonStreamContext getParsingContext() {
        return context;
    }

    @Override
    public void overrideCurrentName(String name) {
        throw new UnsupportedOperationException("names of a document cannot be changed");
    }

    @Override
    public @Nullable ObjectCodec getCodec() {
        return codec;
    }

    @Override
    public void setCodec(@Nullable ObjectCodec codec) {
        this.codec = codec;
    }

    @Override
    public Version version() {
        return Version.unknownVersion();
    }

    @Override
    public void close() {
        closed = true;
        _currToken = null;
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    @Override
    protected void _handleEOF() {}
}
