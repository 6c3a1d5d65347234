package io.eastwest.model.reader;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.BeanDeserializerBase;
import com.fasterxml.jackson.databind.deser.SettableBeanProperty;
import com.fasterxml.jackson.databind.deser.ValueInstantiator;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import io.eastwest.model.issue.InvalidResourceException;
import io.eastwest.model.issue.Issue;
import io.eastwest.model.issue.IssueCode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Binds an object. Reports fields that are unknown or missing before its values are bound, and turns whatever its making
 * throws into issues; the value is then null and the parser stands behind it.
 */
final class ObjectReading extends DelegatingDeserializer {
    private static final long serialVersionUID = 1L;

    private final boolean open;
    private transient @Nullable BeanDeserializerBase fields;
    private transient boolean textOnly;
    private transient List<String> required = List.of();

    /**
     * Wraps a deserializer of Jackson.
     *
     * @param open whether the type takes any field
     */
    ObjectReading(JsonDeserializer<?> delegatee, boolean open) {
        super(delegatee);
        this.open = open;
    }

    @Override
    protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> newDelegatee) {
        ObjectReading reading = new ObjectReading(newDelegatee, open);
        reading.learnFields();
        return reading;
    }

    @Override
    public void resolve(DeserializationContext context) throws JsonMappingException {
        super.resolve(context);
        learnFields();
    }

    private void learnFields() {
        if (!(_delegatee instanceof BeanDeserializerBase bean)) {
            return;
        }
        ValueInstantiator maker = bean.getValueInstantiator();
        textOnly = maker.canCreateFromString() && !maker.canCreateFromInt() && !maker.canCreateUsingDelegate();
        if (isMadeFromOther(maker)) {
            return;
        }
        List<String> names = new ArrayList<>();
        for (Iterator<SettableBeanProperty> all = bean.properties(); all.hasNext(); ) {
            SettableBeanProperty property = all.next();
            if (property.isRequired()) {
                names.add(property.getName());
            }
        }
        fields = bean;
        required = names;
    }

    /** Such a type is bound by way of another value, which has the fields. */
    private static boolean isMadeFromOther(ValueInstantiator maker) {
        return maker.canCreateUsingDelegate()
                || maker.canCreateUsingArrayDelegate()
                || maker.canCreateFromString()
                || maker.canCreateFromInt()
                || maker.canCreateFromLong()
                || maker.canCreateFromDouble()
                || maker.canCreateFromBoolean();
    }

    @Override
    public @Nullable Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!(parser instanceof NodeParser nodes)) {
            return super.deserialize(parser, context);
        }
        Problems problems = Problems.of(context);
        int node = nodes.value();
        int before = problems.failures();
        BeanDeserializerBase bean = fields;
        if (textOnly && nodes.tree().kind(node) != NodeKind.STRING) {
            problems.wrongType(node, "a string");
            nodes.finish(node);
            return null;
        }
        if (bean != null) {
            if (nodes.tree().kind(node) != NodeKind.OBJECT) {
                problems.wrongType(node, "an object");
                nodes.finish(node);
                return null;
            }
            checkFields(bean, problems, nodes, node);
        }
        try {
            return super.deserialize(nodes, context);
        } catch (IOException | RuntimeException e) {
            report(problems, node, before, e);
            nodes.finish(node);
            return null;
        }
    }

    private void checkFields(BeanDeserializerBase bean, Problems problems, NodeParser nodes, int node) {
        NodeTree tree = problems.tree();
        for (int child = node + 1; child < tree.end(node); child = tree.end(child)) {
            String name = tree.name(child);
            SettableBeanProperty property = bean.findProperty(name);
            if (property == null) {
                if (!open && !problems.isTolerated(node, name)) {
                    problems.unknownField(child, names(bean));
                }
            } else if (isSecondSpelling(name, property) && tree.child(node, property.getName()) != NodeTree.NONE) {
                problems.secondSpelling(child, property.getName());
                nodes.hide(child);
            }
        }
        for (String name : required) {
            int child = tree.child(node, name);
            if (child == NodeTree.NONE || tree.kind(child) == NodeKind.NULL) {
                problems.missing(node, name);
            }
        }
    }

    private static boolean isSecondSpelling(String name, SettableBeanProperty property) {
        return name.length() != property.getName().length() || !name.equals(property.getName());
    }

    private static Set<String> names(BeanDeserializerBase bean) {
        Set<String> names = new TreeSet<>();
        for (Iterator<SettableBeanProperty> all = bean.properties(); all.hasNext(); ) {
            names.add(all.next().getName());
        }
        return names;
    }

    /** Reports that the making of a value threw, in words of its own only if they are those of an issue. */
    static void reportUnmade(Problems problems, int node, int before, Exception thrown) {
        if (problems.failures() == before && !reportIssues(problems, node, thrown)) {
            problems.fail(IssueCode.INVALID_VALUE, node, "cannot be read: " + problems.describe(node), "");
        }
    }

    /** Reports what binding threw. */
    static void report(Problems problems, int node, int before, Exception thrown) {
        if (problems.failures() > before) {
            return; // the parts say why the whole cannot be made
        }
        int place = node;
        if (thrown instanceof JsonMappingException mapping) {
            for (JsonMappingException.Reference step : mapping.getPath()) {
                int next = step.getFieldName() == null
                        ? problems.tree().element(place, step.getIndex())
                        : problems.tree().child(place, step.getFieldName());
                if (next == NodeTree.NONE) {
                    break;
                }
                place = next;
            }
        }
        if (!reportIssues(problems, place, thrown)) {
            problems.fail(IssueCode.INVALID_VALUE, place, message(problems, place, thrown), "");
        }
    }

    private static boolean reportIssues(Problems problems, int place, Exception thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidResourceException invalid) {
                for (Issue issue : invalid.issues()) {
                    problems.fail(place, issue);
                }
                return true;
            }
        }
        return false;
    }

    /** What a reader of one type said; texts of Jackson name Java types and are not shown. */
    private static String message(Problems problems, int place, Exception thrown) {
        String said =
                thrown instanceof JsonMappingException mapping ? mapping.getOriginalMessage() : thrown.getMessage();
        if (said == null || said.contains("io.eastwest") || said.contains("java.") || said.contains("`")) {
            return "cannot be read: " + problems.describe(place);
        }
        return said;
    }
}
