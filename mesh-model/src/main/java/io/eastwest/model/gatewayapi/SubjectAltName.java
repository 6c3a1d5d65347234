package io.eastwest.model.gatewayapi;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import org.immutables.value.Value;

/** A name that the certificate of a backend may carry. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = SubjectAltNameBuilder.ImmutableSubjectAltName.class)
@JsonDeserialize(as = SubjectAltNameBuilder.ImmutableSubjectAltName.class)
public interface SubjectAltName {
    /** {@return what kind of name it is} */
    SubjectAltNameType type();

    /** {@return DNS name, perhaps with a leading {@code *.}; only with type Hostname} */
    Optional<String> hostname();

    /** {@return URI; only with type URI} */
    Optional<String> uri();

    /** {@return a builder that starts with the content of this value} */
    default SubjectAltNameBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static SubjectAltNameBuilder builder() {
        return new SubjectAltNameBuilder();
    }
}
