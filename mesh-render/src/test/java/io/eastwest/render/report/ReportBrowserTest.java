package io.eastwest.render.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.Issue;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.question.FailureMatrix;
import io.eastwest.routing.question.MatrixRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The report as people meet it: in a browser, by mouse and by keyboard. */
@TestInstance(Lifecycle.PER_CLASS)
class ReportBrowserTest {
    private static final MeshRouter ROUTER = MeshRouter.of(
            MeshSnapshot.read(Path.of("src/test/resources/mesh/failover")).orThrow());

    private final FailureMatrix matrix = FailureMatrix.of(ROUTER);
    private ReportBrowser browser;
    private Path page;

    @BeforeAll
    void startBrowser(@TempDir Path folder) throws IOException {
        browser = ReportBrowser.start(Files.createDirectory(folder.resolve("profile")));
        page = folder.resolve("report.html");
        Issue issue =
                Issue.warning(IssueCode.FILE_UNREADABLE, DocumentPath.root(), "a file cannot be read", "look at it");
        Files.writeString(
                page,
                MeshReport.of(ROUTER, Instant.EPOCH).withIssues(List.of(issue)).toHtml());
    }

    @AfterAll
    void stopBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void openPage() {
        browser.open(page);
    }

    private WebElement cell(int row, int column) {
        return browser.one("#section-Failures tbody tr:nth-child(" + row + ") td:nth-of-type(" + column + ")");
    }

    private String detail(int row, int column) {
        MatrixRow call = matrix.rows().get(row - 1);
        return call.target() + " from " + call.callerText() + " when "
                + matrix.failures().get(column - 1).name() + " fails: "
                + call.cells().get(column - 1).result().toText() + ". Healthy: "
                + call.healthy().toText();
    }

    @Nested
    class ThePage {
        @Test
        void asksForNothingButItself() {
            assertThat(browser.requests()).containsExactly(page.toUri().toString());
        }

        @Test
        void makesTheBrowserComplainOfNothing() {
            browser.press("/");
            browser.press("orders", Keys.ESCAPE);
            cell(1, 1).click();

            assertThat(browser.console()).isEmpty();
        }

        @Test
        void isRefusedEveryRequestThatAScriptWouldMake() {
            Object refused = browser.await("""
                    var done = arguments[0];
                    document.addEventListener("securitypolicyviolation", function (event) {
                      done(event.effectiveDirective + " " + event.blockedURI);
                    });
                    new Image().src = "http://192.0.2.1/pixel.png";
                    """);

            assertThat(refused).isEqualTo("img-src http://192.0.2.1/pixel.png");
            assertThat(browser.console()).singleElement().asString().contains("Content Security Policy");
        }
    }

    @Nested
    class TheColours {
        /** Answers texts whose colour is too near to the one behind them, by the formula of WCAG 2. */
        private static final String PALE = """
                function parts(text) { return text.match(/[\\d.]+/g).map(Number); }
                function light(colour) {
                  var c = colour.slice(0, 3).map(function (v) {
                    v /= 255;
                    return v <= 0.03928 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
                  });
                  return 0.2126 * c[0] + 0.7152 * c[1] + 0.0722 * c[2];
                }
                function behind(element) {
                  for (var e = element; e; e = e.parentElement) {
                    var colour = parts(getComputedStyle(e).backgroundColor);
                    if (colour.length === 3 || colour[3] > 0) { return colour; }
                  }
                  return [255, 255, 255];
                }
                function fill(element) {
                  var shape = element.previousElementSibling;
                  while (shape && shape.tagName === "text") { shape = shape.previousElementSibling; }
                  var colour = shape ? getComputedStyle(shape).fill : "none";
                  return colour === "none" ? behind(element) : parts(colour);
                }
                var pale = [];
                document.querySelectorAll("body *").forEach(function (element) {
                  var own = Array.prototype.some.call(element.childNodes, function (node) {
                    return node.nodeType === 3 && node.data.trim();
                  });
                  var drawn = element.tagName === "text";
                  if (!own || !element.getClientRects().length || element.tagName === "title") { return; }
                  var style = getComputedStyle(element);
                  var a = light(parts(drawn ? style.fill : style.color));
                  var b = light(drawn ? fill(element) : behind(element));
                  var contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
                  if (contrast < 4.5) { pale.push(element.textContent + " " + contrast.toFixed(2)); }
                });
                return [pale, getComputedStyle(document.body).backgroundColor];
                """;

        @AfterEach
        void preferNothing() {
            browser.prefers("");
        }

        @ParameterizedTest
        @CsvSource({"light,'rgb(255, 255, 255)'", "dark,'rgb(13, 17, 23)'"})
        void areFarEnoughFromThoseBehindThem(String scheme, String background) {
            browser.prefers(scheme);
            cell(1, 1).click();

            assertThat(browser.run(PALE)).isEqualTo(List.of(List.of(), background));
        }
    }

    @Nested
    class TheLayout {
        @Test
        void isNeverWiderThanTheWindow() {
            assertThat(browser.run("return document.documentElement.scrollWidth <= window.innerWidth"))
                    .isEqualTo(true);
        }

        @Test
        void breaksNamesNowhereButBetweenTheirParts() {
            assertThat(browser.shown("#section-Clusters tbody th")).containsExactly("cluster-1", "cluster-2");
            assertThat(browser.run("""
                            return Array.from(document.querySelectorAll("#section-Clusters tbody th .name"))
                              .map(function (name) { return name.getClientRects().length; });
                            """)).isEqualTo(List.of(1L, 1L));
        }

        @Test
        void cutsNoNameOff() {
            assertThat(browser.run("""
                            return Array.from(document.querySelectorAll("th, td")).filter(function (cell) {
                              return cell.scrollWidth > cell.clientWidth;
                            }).map(function (cell) { return cell.textContent; });
                            """)).isEqualTo(List.of());
        }

        @Test
        void showsThePicturesOfTopologyAndTrust() {
            assertThat(browser.shown("#section-Clusters svg text"))
                    .contains("cluster cluster-1", "istiod of cluster-2");
            assertThat(browser.shown("#section-Trust svg text")).contains("cluster cluster-1", "unknown");
        }
    }

    @Nested
    class TheHeatMap {
        @Test
        void hasACellForEachCallAndFailure() {
            assertThat(browser.shown("#section-Failures tbody td"))
                    .hasSize(matrix.rows().size() * matrix.failures().size());
            assertThat(browser.shown("#section-Failures tbody td.part1")).isNotEmpty();
        }

        @Test
        void tellsTheWholeResultOfTheCellThatIsClicked() {
            assertThat(browser.one("#detail").isDisplayed()).isFalse();

            cell(2, 3).click();

            assertThat(browser.focused()).isEqualTo(cell(2, 3));
            assertThat(browser.one("#detail").getText()).isEqualTo(detail(2, 3));
        }
    }

    @Nested
    class TheKeyboard {
        @Test
        void walksOverTheCells() {
            cell(1, 1).click();

            browser.press(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT, Keys.ARROW_DOWN, Keys.ARROW_LEFT);

            assertThat(browser.focused()).isEqualTo(cell(2, 2));
            assertThat(browser.one("#detail").getText()).isEqualTo(detail(2, 2));
        }

        @Test
        void stopsAtTheEdges() {
            cell(1, 1).click();

            browser.press(Keys.ARROW_UP, Keys.ARROW_LEFT);
            assertThat(browser.focused()).isEqualTo(cell(1, 1));

            browser.chord(Keys.CONTROL, Keys.END);
            assertThat(browser.focused())
                    .isEqualTo(cell(matrix.rows().size(), matrix.failures().size()));

            browser.press(Keys.ARROW_DOWN, Keys.HOME);
            assertThat(browser.focused()).isEqualTo(cell(matrix.rows().size(), 1));
        }

        @Test
        void meetsEachTableOnceOnItsWay() {
            browser.run("arguments[0].focus()", browser.one("#section-Failures .scroll"));

            browser.press(Keys.TAB);
            assertThat(browser.focused()).isEqualTo(cell(1, 1));

            browser.press(Keys.TAB);
            assertThat(browser.focused()
                            .findElement(By.xpath("ancestor-or-self::section"))
                            .getAttribute("id"))
                    .isEqualTo("section-Trust");
        }

        @Test
        void keepsTheFocusedCellInSight() {
            cell(1, 1).click();

            browser.chord(Keys.CONTROL, Keys.END);

            assertThat(browser.run("""
                            var place = document.activeElement.getBoundingClientRect();
                            var hit = document.elementFromPoint(place.left + place.width / 2, place.top + place.height / 2);
                            return hit === document.activeElement;
                            """)).isEqualTo(true);
        }
    }

    @Nested
    class TheSearch {
        private List<String> services() {
            return browser.shown("#section-Services tbody th");
        }

        private List<String> findings() {
            return browser.shown("#section-Findings tbody td:nth-of-type(1)");
        }

        @Test
        void keepsTheServicesThatMatch() {
            assertThat(services()).hasSizeGreaterThan(1);

            browser.press("/");
            browser.press("MYBACKEND my-");

            assertThat(services()).containsExactly("mybackend-app.my-backend.svc.cluster.local");
            assertThat(browser.one("#found").getText()).matches("\\d+ of \\d+ rows");
        }

        @Test
        void keepsTheFindingsThatMatch() {
            List<String> all = findings();
            String code = all.get(0);

            browser.press("/");
            browser.press(code);

            assertThat(findings()).isNotEmpty().hasSizeLessThan(all.size()).containsOnly(code);
        }

        @Test
        void showsEverythingAgainOnEscape() {
            List<String> all = services();
            browser.press("/");
            browser.press("nothing has this name");
            assertThat(services()).isEmpty();

            browser.press(Keys.ESCAPE);

            assertThat(services()).isEqualTo(all);
            assertThat(browser.one("#found").getText()).isEmpty();
        }

        @Test
        void leavesOnlyShownRowsToTheArrowKeys() {
            String last = matrix.rows().get(matrix.rows().size() - 1).target();
            browser.press("/");
            browser.press(last);
            cell(matrix.rows().size(), 1).click();

            browser.chord(Keys.CONTROL, Keys.HOME);

            WebElement head = browser.focused().findElement(By.xpath("../th"));
            assertThat(head.getText()).startsWith(last);
        }
    }
}
