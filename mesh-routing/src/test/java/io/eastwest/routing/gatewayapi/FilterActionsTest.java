package io.eastwest.routing.gatewayapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.gatewayapi.BackendObjectReference;
import io.eastwest.model.gatewayapi.HttpCors;
import io.eastwest.model.gatewayapi.HttpPathModifier;
import io.eastwest.model.gatewayapi.HttpRequestMirror;
import io.eastwest.model.gatewayapi.HttpRequestMirrorBuilder;
import io.eastwest.model.gatewayapi.HttpRequestRedirect;
import io.eastwest.model.gatewayapi.HttpUrlRewrite;
import io.eastwest.model.gatewayapi.MirrorFraction;
import io.eastwest.model.gatewayapi.MirrorFractionBuilder;
import io.eastwest.model.gatewayapi.RedirectScheme;
import io.eastwest.model.istio.networking.CorsPolicy;
import io.eastwest.model.istio.networking.Destination;
import io.eastwest.model.istio.networking.HttpMirrorPolicy;
import io.eastwest.model.istio.networking.HttpRedirect;
import io.eastwest.model.istio.networking.HttpRewrite;
import io.eastwest.model.istio.networking.Percent;
import io.eastwest.model.istio.networking.RedirectPortSelection;
import io.eastwest.model.istio.networking.RegexRewrite;
import io.eastwest.model.istio.networking.StringMatch;
import io.eastwest.model.istio.networking.UnmatchedPreflights;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What istiod makes of filters: gateway-api.md 9. */
class FilterActionsTest {
    @Nested
    class Redirects {
        @Test
        void takeWhatIsSaid() {
            HttpRedirect redirect = FilterActions.redirect(HttpRequestRedirect.builder()
                    .scheme(RedirectScheme.https)
                    .hostname("example.com")
                    .port(8443)
                    .statusCode(301)
                    .path(HttpPathModifier.fullPath("/new"))
                    .build());

            assertThat(redirect)
                    .isEqualTo(HttpRedirect.builder()
                            .scheme("https")
                            .authority("example.com")
                            .port(8443)
                            .redirectCode(301)
                            .uri("/new")
                            .build());
        }

        @Test
        void takeThePortOfTheSchemeElseOfTheRequest() {
            assertThat(FilterActions.redirect(HttpRequestRedirect.builder()
                                    .scheme(RedirectScheme.http)
                                    .build())
                            .derivePort())
                    .contains(RedirectPortSelection.FROM_PROTOCOL_DEFAULT);
            assertThat(FilterActions.redirect(
                                    HttpRequestRedirect.builder().hostname("a").build())
                            .derivePort())
                    .contains(RedirectPortSelection.FROM_REQUEST_PORT);
        }

        @Test
        void markAPrefix() {
            assertThat(FilterActions.redirect(HttpRequestRedirect.builder()
                                    .path(HttpPathModifier.prefix("/b"))
                                    .build())
                            .uri())
                    .contains("%PREFIX()%/b");
        }
    }

    @Nested
    class Rewrites {
        @ParameterizedTest
        @CsvSource({"/b, /b", "/b/, /b", "/, /", "'', /", "/b//, /b/"})
        void ofAPrefixHaveNoSlashAtTheEnd(String prefix, String uri) {
            assertThat(FilterActions.rewrite(HttpUrlRewrite.builder()
                            .path(HttpPathModifier.prefix(prefix))
                            .build()))
                    .contains(HttpRewrite.builder().uri(uri).build());
        }

        @Test
        void ofAFullPathReplaceAll() {
            assertThat(FilterActions.rewrite(HttpUrlRewrite.builder()
                            .hostname("example.com")
                            .path(HttpPathModifier.fullPath("/new"))
                            .build()))
                    .contains(HttpRewrite.builder()
                            .authority("example.com")
                            .uriRegexRewrite(RegexRewrite.of("/.*", "/new"))
                            .build());
        }

        @Test
        void ofNothingAreNone() {
            assertThat(FilterActions.rewrite(HttpUrlRewrite.builder().build())).isEmpty();
            assertThat(FilterActions.rewrite(
                            HttpUrlRewrite.builder().hostname("a").build()))
                    .contains(HttpRewrite.builder().authority("a").build());
        }
    }

    @Nested
    class Mirrors {
        private final Destination destination = Destination.host("copy");

        private HttpRequestMirrorBuilder mirror() {
            return HttpRequestMirror.builder()
                    .backendRef(BackendObjectReference.builder().name("copy").build());
        }

        private void assertShare(HttpRequestMirrorBuilder filter, double percent) {
            assertThat(FilterActions.mirror(filter.build(), destination))
                    .isEqualTo(HttpMirrorPolicy.builder()
                            .destination(destination)
                            .percentage(Percent.of(percent))
                            .build());
        }

        @Test
        void copyAShare() {
            MirrorFractionBuilder third = MirrorFraction.builder().numerator(3);

            assertShare(mirror().percent(25), 25);
            assertShare(mirror().fraction(third.build()), 3);
            assertShare(mirror().fraction(third.denominator(12).build()), 25);
        }

        @Test
        void copyAllUnlessAShareIsSaid() {
            assertThat(FilterActions.mirror(mirror().build(), destination).percentage())
                    .isEmpty();
        }
    }

    @Nested
    class Cors {
        private StringMatch origin(String origin) {
            return FilterActions.cors(HttpCors.builder().addAllowOrigin(origin).build())
                    .allowOrigins()
                    .get(0);
        }

        @Test
        void takesWhatIsSaid() {
            CorsPolicy policy = FilterActions.cors(HttpCors.builder()
                    .addAllowOrigin("https://a.example")
                    .addAllowOrigin("")
                    .addAllowMethod("GET")
                    .addAllowHeader("x-a")
                    .addExposeHeader("x-b")
                    .allowCredentials(true)
                    .maxAge(30)
                    .build());

            assertThat(policy)
                    .isEqualTo(CorsPolicy.builder()
                            .addAllowOrigin(StringMatch.exact("https://a.example"))
                            .addAllowMethod("GET")
                            .addAllowHeader("x-a")
                            .addExposeHeader("x-b")
                            .allowCredentials(true)
                            .maxAge(Duration.ofSeconds(30))
                            .unmatchedPreflights(UnmatchedPreflights.IGNORE)
                            .build());
        }

        @ParameterizedTest
        @ValueSource(ints = {0, -1})
        void withoutAgeOrCredentialsSaysNothingOfThem(int age) {
            CorsPolicy policy = FilterActions.cors(
                    HttpCors.builder().allowCredentials(false).maxAge(age).build());

            assertThat(policy.maxAge()).isEmpty();
            assertThat(policy.allowCredentials()).isEmpty();
        }

        @Test
        void readsStarsInOrigins() {
            assertThat(origin("*")).isEqualTo(StringMatch.regex("^[a-zA-Z][a-zA-Z0-9+.-]*://[^/\\s?#]+$"));
            assertThat(origin("https://*")).isEqualTo(StringMatch.prefix("https://"));
            assertThat(origin("https://*.a.example")).isEqualTo(StringMatch.regex("^https://.*\\.a\\.example$"));
        }
    }
}
