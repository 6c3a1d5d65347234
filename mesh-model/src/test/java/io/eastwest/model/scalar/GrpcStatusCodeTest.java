package io.eastwest.model.scalar;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrpcStatusCodeTest {
    @ParameterizedTest
    @CsvSource({
        "OK, 0",
        "CANCELLED, 1",
        "DEADLINE_EXCEEDED, 4",
        "PERMISSION_DENIED, 7",
        "UNIMPLEMENTED, 12",
        "UNAVAILABLE, 14",
        "UNAUTHENTICATED, 16"
    })
    void hasTheNumberOfItsName(String name, int number) {
        assertThat(GrpcStatusCode.named(name)).map(GrpcStatusCode::number).contains(number);
    }

    @Test
    void isNamedExactly() {
        assertThat(GrpcStatusCode.named("unavailable")).isEmpty();
        assertThat(GrpcStatusCode.named("CANCELED")).isEmpty();
        assertThat(GrpcStatusCode.values()).hasSize(17);
    }
}
