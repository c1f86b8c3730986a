import Quizzes
import Testing

@testable import Banks

@Suite struct PlainTextTests {
  @Test(arguments: [
    ("<p>One</p><p>Two</p>", "One\n\nTwo"), ("One<br>two<br/>three", "One\ntwo\nthree"),
    ("<div>One</div><div>Two</div>", "One\nTwo"),
    ("Which?<ul><li>a</li><li>b</li></ul>End", "Which?\n\n- a\n- b\n\nEnd"),
    ("<ol><li>a</li><li>b<ul><li>c</li></ul></li></ol>", "1. a\n2. b\n  - c"),
    ("x<sup>2</sup> + 10<sup>-3</sup>", "x^2 + 10^(-3)"), ("H<sub>2</sub>O", "H_2O"),
    ("a<sup>n<sub>1</sub></sup>", "a^(n_1)"),
    (
      "&eacute; &#233; &#xE9; &lt;b&gt; &amp;lt; &hellip; &nosuch; & &#99999999;",
      "é é é <b> &lt; … &nosuch; & &#99999999;"
    ),
    ("  a \n\t b  ", "a b"), ("<pre>a\n  b</pre>", "a\n  b"), ("a&nbsp;&nbsp;b", "a  b"),
    ("<!-- x --><!DOCTYPE html>a<?php b ?>c", "ac"), ("1 < 2 and 3 > 2", "1 < 2 and 3 > 2"),
    ("<stdio.h> and <T>", "<stdio.h> and <T>"), ("<b>a</i></b>", "a"), ("a <b", "a <b"),
    ("<a title='>'>x</a>", "x"), ("<td>a</td><td>b</td>", "a b"), ("", ""),
  ])
  func `HTML becomes plain text`(html: String, plain: String) {
    #expect(PlainText(html, as: .html).text == plain)
  }

  @Test(arguments: [
    ("<script>alert(1)</script>x", "x", ["a script"]), ("<style>p{}</style>x", "x", []),
    ("<img src=x alt='A  dove'>", "[A dove]", ["an image"]), ("<img src=x>x", "x", ["an image"]),
    ("<math><mi>x</mi></math> = 1", "= 1", ["a formula"]),
    ("<video src=x></video>x", "x", ["a video"]),
    ("<a href='http://x.org'>x</a>", "x", ["the address of a link"]),
    (
      "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\nc",
      ["the columns of a table"]
    ),
    ("<iframe src=x>x</iframe>", "x", ["an embedded page"]),
    ("a\u{202E}b\u{7}c", "abc", ["control or invisible characters"]),
  ])
  func `what cannot be carried over is told`(html: String, plain: String, losses: [String]) {
    let read = PlainText(html, as: .html)
    #expect(read.text == plain)
    #expect(read.losses == losses)
  }

  @Test func `line breaks count in Moodle's mixture of text and HTML`() {
    #expect(PlainText("a\nb <b>c</b>\n\n\n\nd", as: .automatic).text == "a\nb c\n\nd")
  }

  @Test func `Markdown stays as it is written`() {
    #expect(PlainText("**a** <b>", as: .markdown).text == "**a** <b>")
  }

  @Test func `many unfinished tags take no longer than one`() {
    let html = String(repeating: "<a '", count: 200_000)
    #expect(PlainText(html, as: .html).text == html.trimmed)
  }
}
