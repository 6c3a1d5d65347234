package io.eastwest.model.kubernetes;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** What a template says about the objects that will be made from it. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = TemplateMetaBuilder.ImmutableTemplateMeta.class)
@JsonDeserialize(as = TemplateMetaBuilder.ImmutableTemplateMeta.class)
public interface TemplateMeta {
    /** {@return name, which Kubernetes ignores; empty when the document leaves it out} */
    Optional<String> name();

    /** {@return namespace, which must be that of the owner; empty when the document leaves it out} */
    Optional<String> namespace();

    /** {@return labels in document order} */
    Map<String, String> labels();

    /** {@return annotations in document order} */
    Map<String, String> annotations();

    /** {@return always empty in practice; written as {@code null} by some tools} */
    Optional<Instant> creationTimestamp();

    /** {@return names of those who have to act before such an object can go} */
    List<String> finalizers();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default TemplateMetaBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return an empty builder} */
    static TemplateMetaBuilder builder() {
        return new TemplateMetaBuilder();
    }
}
