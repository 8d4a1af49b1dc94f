import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { guessLanguage } from "../../../../src/core/answer/rephrase/guess-language.ts";

describe("the language of a question", () => {
  test.each([
    ["de", "Warum kommen die Anfragen von 100.64.3.7 und nicht von unserem Service? Wir nutzen Kapsule."],
    ["de", "Welche Adressen müssen wir für den Zugriff auf die Datenbank freigeben?"],
    ["fr", "Pourquoi les requêtes viennent de 100.64.3.7 dans notre cluster ? Nous ne connaissons pas cette plage."],
    ["es", "¿Por qué las peticiones llegan desde 100.64.3.7 en el clúster? No conocemos la red."],
    ["pt", "Por que as requisições vêm de 100.64.3.7? Não conhecemos essa rede e o nosso cluster está em outra."],
    ["it", "Perché le richieste arrivano da 100.64.3.7? Non è la rete del nostro cluster."],
    ["nl", "Waarom komen de verzoeken van 100.64.3.7? Dat is niet een adres van ons."],
    ["pl", "Dlaczego zapytania przychodzą z 100.64.3.7? To nie jest nasz adres i nie wiemy, czy możemy go dodać."],
    ["ru", "Почему запросы приходят с 100.64.3.7? Это адрес нашего кластера Kubernetes?"],
    ["ja", "クラスタ内のリクエストが 100.64.3.7 から来るのはなぜですか?"],
    ["ko", "클러스터에서 왜 100.64.3.7 주소로 요청이 오나요?"],
    ["zh", "为什么集群里的请求来自 100.64.3.7?这是公网地址吗?"],
  ])("is %s: %s", (language, text) => {
    expect(guessLanguage(text)).toBe(language);
  });

  test.each([
    "Why do requests come from 100.64.3.7? That is not in our VPC.",
    "What is 10.0.0.1?",
    "100.64.3.7",
    "",
    "EKS, 10.0.0.0/16, de.example.com, el-prod-1, der Pod",
    "Our host in São Paulo (região de SP) sees 100.64.3.7, why is that? It is not ours and we do not know it.",
    "Why is `der die das und ist nicht wir` in the log? It is from our host.",
    "What is this?\n```\nwarum die das und ist nicht wir von der\n```\nIt is in the log of our pod.",
    "Чому запити приходять з 100.64.3.7? Це адреса нашого кластера, і ми її не знаємо.",
    "Hvorfor kommer forespørgsler fra 100.64.3.7?",
  ])("is English, or not clear: %s", (text) => {
    expect(guessLanguage(text)).toBeUndefined();
  });

  test("is guessed of any text", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => void guessLanguage(text)));
  });
});
