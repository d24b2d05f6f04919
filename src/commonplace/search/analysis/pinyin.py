"""Han characters said in pinyin, for records that lack a romanisation.

A syllable, then the characters read so: the commonest reading of each, without its tone, *ü* as
*u*. The facts are those of the Unihan database (Unicode 15, fields kMandarin, kHanyuPinyin and
kXHC1983) for the 6,763 characters of GB 2312; other characters come here in their simplified form.
Readers type *gui tu lie che*, *guitu* or *gui1 tu2*; names have readings of their own.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

_READ = (
    "a:啊阿嗄锕 ai:埃挨哎唉哀皑癌蔼矮艾碍爱隘捱嗳嗌嫒瑷暧砹锿霭 an:鞍氨安俺按暗岸胺案谙埯揞犴庵 "
    "an:桉铵鹌黯 ang:肮昂盎 ao:凹敖熬翱袄傲奥懊澳坳拗嗷岙廒遨媪骜獒聱螯鏊鳌鏖 ba:芭捌扒叭吧笆八 "
    "ba:疤巴拔跋靶把耙坝霸罢爸茇菝岜灞钯粑鲅魃 bai:白柏百摆佰败拜稗捭掰擘 ban:斑班搬扳般颁板版扮 "
    "ban:拌伴瓣半办绊阪坂钣瘢癍舨 bang:邦帮梆榜膀绑棒磅蚌镑傍谤蒡浜 bao:苞胞包褒薄雹保堡饱宝抱报 "
    "bao:暴豹鲍爆勹葆孢煲鸨褓趵龅 bei:杯碑悲卑北辈背贝钡倍狈备惫焙被孛陂邶蓓呗悖碚鹎褙鐾鞴 "
    "ben:奔苯本笨畚坌贲锛 beng:崩绷甭泵蹦迸嘣甏 bi:逼鼻比鄙笔彼碧蓖蔽毕毙毖币庇痹闭敝弊必壁臂避 "
    "bi:陛匕俾荜荸萆薜吡哔狴庳愎滗濞弼妣婢嬖璧畀铋秕裨筚箅篦舭襞跸髀 bian:鞭边编贬扁便变卞辨辩辫 "
    "bian:遍匾弁苄忭汴缏煸砭碥窆褊蝙笾鳊 biao:标彪膘表婊骠杓飑飙飚灬镖镳瘭裱鳔髟 bie:鳖憋别瘪蹩 "
    "bin:彬斌濒滨宾摈傧豳缤玢槟殡膑镔髌鬓 bing:兵冰柄丙秉饼炳病并禀冫邴摒 bo:剥玻菠播拨钵波博勃 "
    "bo:搏铂箔伯帛舶脖膊渤驳卜亳啵饽檗礴钹鹁簸跛踣 bu:捕哺补埠不布步簿部怖卟逋瓿晡钚钸醭 ca:擦嚓 "
    "ca:礤 cai:猜裁材才财睬踩采彩菜蔡 can:餐参蚕残惭惨灿掺孱骖璨粲黪 cang:苍舱仓沧藏伧 cao:操糙 "
    "cao:槽曹草艹嘈漕螬艚 ce:厕策侧册测恻 cen:岑涔 ceng:层蹭曾噌 cha:插叉茬茶查碴搽察岔差诧猹馇 "
    "cha:汊姹杈槎檫锸镲衩 chai:拆柴豺侪钗瘥虿 chan:搀蝉馋谗缠铲产阐颤冁谄蒇廛忏潺澶羼婵骣觇禅镡 "
    "chan:蟾躔 chang:昌猖场尝常偿肠厂敞畅唱倡伥鬯苌菖徜怅惝阊娼嫦昶氅鲳 chao:超抄钞朝嘲潮巢吵炒 "
    "chao:怊晁焯耖 che:车扯撤掣彻澈坼屮砗 chen:郴臣辰尘晨忱沉陈趁衬谌谶抻嗔宸琛榇碜龀 cheng:撑称 "
    "cheng:城橙成呈乘程惩澄诚承逞骋秤丞埕枨柽晟塍瞠铖裎蛏酲 chi:吃痴持池迟弛驰耻齿侈尺赤翅斥炽傺 "
    "chi:坻墀茌叱哧啻嗤彳饬媸敕眵鸱瘛褫蚩螭笞篪踟魑 chong:充冲虫崇宠茺忡憧铳舂艟 chou:抽酬畴踌稠 "
    "chou:愁筹仇绸瞅丑臭俦帱惆瘳雠 chu:初出橱厨躇锄雏滁除楚础储矗搐触处畜亍刍怵憷绌杵楮樗褚蜍蹰 "
    "chu:黜 chuai:揣搋啜嘬膪踹 chuan:川穿椽传船喘串舛遄巛氚钏舡 chuang:疮窗幢床闯创怆 chui:吹炊 "
    "chui:捶锤垂椎陲棰槌 chun:春椿醇唇淳纯蠢莼鹑蝽 chuo:戳绰辶辍踔龊 ci:疵茨磁雌辞慈瓷词此刺赐次 "
    "ci:伺茈呲祠鹚糍 cong:聪葱囱匆从丛苁淙骢琮璁枞 cou:凑辏腠 cu:粗醋簇促蔟徂猝殂酢蹙蹴 "
    "cuan:蹿篡窜汆撺爨镩 cui:摧崔催脆瘁粹淬翠萃啐悴璀榱毳 cun:村存寸忖皴 cuo:磋撮搓措挫错厝嵯脞 "
    "cuo:锉矬痤鹾蹉 da:搭达答瘩打大耷哒嗒怛妲沓褡笪靼鞑 dai:呆歹傣戴带殆代贷袋待逮怠埭甙呔岱迨骀 "
    "dai:绐玳黛 dan:耽担丹单郸掸胆旦氮但惮淡诞弹蛋儋萏啖澹殚赕眈疸瘅聃箪 dang:当挡党荡档谠凼菪宕 "
    "dang:砀铛裆 dao:刀捣蹈倒岛祷导到稻悼道盗刂叨忉氘焘纛 de:德得的锝 deng:蹬灯登等瞪凳邓噔嶝戥 "
    "deng:磴镫簦 di:堤低滴迪敌笛狄涤翟嫡抵底地蒂第帝弟递缔氐籴诋谛邸荻嘀娣柢棣觌砥碲睇镝羝骶 "
    "dian:颠掂滇碘点典靛垫电佃甸店惦奠淀殿阽坫巅玷钿癜癫簟踮 diao:碉叼雕凋刁掉吊钓调铞铫貂鲷 "
    "die:跌爹碟蝶迭谍叠垤堞揲喋嗲牒瓞耋蹀鲽 ding:丁盯叮钉顶鼎锭定订仃啶玎腚碇铤疔耵酊 diu:丢铥 "
    "dong:东冬董懂动栋侗恫冻洞垌咚岽峒氡胨胴硐鸫 dou:兜抖斗陡豆逗痘都蔸窦蚪篼 du:督毒犊独读堵睹 "
    "du:赌杜镀肚度渡妒芏嘟渎椟牍碡蠹笃髑黩 duan:端短锻段断缎椴煅簖 dui:堆兑队对怼憝碓镦 dun:墩吨 "
    "dun:蹲敦顿囤钝盾遁沌炖砘礅盹趸 duo:掇哆多夺垛躲朵跺舵剁惰堕咄哚缍柁铎裰踱 e:蛾峨鹅俄额讹娥 "
    "e:恶厄扼遏鄂饿噩谔垩苊莪萼呃愕阏屙婀轭腭锇锷鹗颚鳄 ei:诶 en:恩蒽摁 er:而儿耳尔饵洱二贰佴迩 "
    "er:珥铒鸸鲕 fa:发罚筏伐乏阀法珐垡砝 fan:藩帆番翻樊矾钒繁凡烦反返范贩犯饭泛蕃蘩幡梵燔畈蹯 "
    "fang:坊芳方肪房防妨仿访纺放匚邡枋钫舫鲂 fei:菲非啡飞肥匪诽吠肺废沸费芾狒悱淝妃绯榧腓斐扉镄 "
    "fei:痱蜚篚翡霏鲱 fen:芬酚吩氛分纷坟焚汾粉奋份忿愤粪偾瀵棼鲼鼢 feng:丰封枫蜂峰锋风疯烽逢冯缝 "
    "feng:讽奉凤俸酆葑唪沣砜 fou:否缶 fu:佛夫敷肤孵扶拂辐幅氟符伏俘服浮涪福袱弗甫抚辅俯釜斧腑府 "
    "fu:腐赴副覆赋复傅付阜父腹负富讣附妇缚咐匐凫阝郛芙苻茯莩菔拊呋幞怫滏艴孚驸绂绋桴赙祓砩黻黼罘 "
    "fu:稃馥蚨蜉蝠蝮麸趺跗鲋鳆 ga:噶嘎伽尬呷尕尜旮钆 gai:该改概钙盖溉丐陔垓戤赅 gan:干甘杆柑竿肝 "
    "gan:赶感秆敢赣坩苷尴擀泔淦澉绀橄旰矸疳酐 gang:冈刚钢缸肛纲岗港杠戆罡筻 gao:篙皋高膏羔糕搞镐 "
    "gao:稿告睾诰郜藁缟槔槁杲锆 ge:哥歌搁戈鸽胳疙割革葛格阁隔铬个各咯鬲仡哿圪塥嗝纥搿膈硌镉袼虼 "
    "ge:舸骼 gei:给 gen:根跟亘茛哏艮 geng:耕更庚羹埂耿梗哽赓绠鲠 gong:工攻功恭龚供躬公宫弓巩汞拱 "
    "gong:贡共廾珙肱蚣觥 gou:钩勾沟苟狗垢构购够佝诟岣遘媾缑枸觏彀笱篝鞲 gu:辜菇咕箍估沽孤姑鼓古 "
    "gu:蛊骨谷股故顾固雇嘏诂菰呱崮汩梏轱牯牿臌毂瞽罟钴锢鸪鹄痼蛄酤觚鲴鹘 gua:刮瓜剐寡挂褂卦诖栝 "
    "gua:胍鸹聒 guai:乖拐怪掴 guan:棺关官冠观管馆罐惯灌贯倌莞掼涫盥鹳鳏 guang:光广逛咣犷桄胱 "
    "gui:瑰规圭硅归龟闺轨鬼诡癸桂柜跪贵刽傀炔匦刿庋宄妫桧晷皈簋鲑鳜 gun:辊滚棍丨衮绲磙鲧 "
    "guo:锅郭国果裹过馘埚呙帼崞猓椁虢蜾蝈 ha:蛤哈铪 hai:骸孩海氦亥害骇还嗨胲醢 han:酣憨邯韩含涵 "
    "han:寒函喊罕翰撼捍旱憾悍焊汗汉邗菡撖阚瀚晗焓顸颔蚶鼾 hang:夯杭航沆绗珩颃 hao:壕嚎豪毫郝好耗 "
    "hao:号浩貉蒿薅嗥嚆濠灏昊皓颢蚝 he:呵喝荷菏核禾和何合盒阂河涸赫褐鹤贺诃劾壑嗬阖曷盍颌蚵翮 "
    "hei:嘿黑 hen:痕很狠恨 heng:哼亨横衡恒蘅桁 hong:轰哄烘虹鸿洪宏弘红黉訇讧荭蕻薨闳泓 hou:喉侯 "
    "hou:猴吼厚候后堠後逅瘊篌糇鲎骺 hu:呼乎忽瑚壶葫胡蝴狐糊湖弧虎唬护互沪户冱唿囫岵猢怙惚浒滹琥 "
    "hu:槲轷觳烀煳戽扈祜瓠鹕鹱虍笏醐斛 hua:花哗华猾滑画划化话骅桦铧 huai:槐徊怀淮坏踝 huan:欢环 "
    "huan:桓缓换患唤痪豢焕涣宦幻郇奂萑擐圜獾洹浣漶寰逭缳锾鲩鬟 huang:荒慌黄磺蝗簧皇凰惶煌晃幌恍 "
    "huang:谎隍徨湟潢遑璜肓癀蟥篁鳇 hui:灰挥辉徽恢蛔回毁悔慧卉惠晦贿秽会烩汇讳诲绘诙茴荟蕙咴哕喙 "
    "hui:隳洄浍彗缋珲晖恚虺蟪麾 hun:荤昏婚魂浑混诨馄阍溷 huo:豁活伙火获或惑霍货祸劐藿攉嚯夥砉钬 "
    "huo:锪镬耠蠖 ji:击圾基机畸稽积箕肌饥迹激讥鸡姬绩缉吉极棘辑籍集及急疾汲即嫉级挤几脊己蓟技冀 "
    "ji:季伎祭剂悸济寄寂计记既忌际妓继纪藉丌亟乩剞佶偈诘墼芨芰荠蒺蕺掎叽咭哜唧岌嵴洎彐屐骥畿玑楫 "
    "ji:殛戟戢赍觊犄齑矶羁嵇稷瘠虮笈笄暨跻跽霁鲚鲫髻麂 jia:嘉枷夹佳家加荚颊贾甲钾假稼价架驾嫁茄 "
    "jia:郏葭岬浃迦珈戛胛恝铗镓痂瘕袷蛱笳袈跏 jian:歼监坚尖笺间煎兼肩艰奸缄茧检柬碱硷拣捡简俭剪 "
    "jian:减荐鉴践贱见键箭件健舰剑饯渐溅涧建僭谏谫菅蒹搛囝湔蹇謇缣枧楗戋戬牮犍毽腱睑锏鹣裥笕翦趼 "
    "jian:踺鲣鞯 jiang:僵姜将浆江疆蒋桨奖讲匠酱降茳洚绛缰犟礓耩糨豇 jiao:蕉椒礁焦胶交郊浇骄娇搅 "
    "jiao:铰矫侥脚狡角饺缴绞剿教酵轿较叫窖佼僬艽茭挢噍峤徼湫姣敫皎鹪蛟醮跤鲛 jie:揭接皆秸街阶截 "
    "jie:劫节杰捷睫竭洁结解姐戒芥界借介疥诫届讦卩拮喈嗟婕孑桀碣疖颉蚧羯鲒骱 jin:巾筋斤金今津襟紧 "
    "jin:锦仅谨进靳晋禁近烬浸尽劲卺荩堇噤馑廑妗缙瑾槿赆觐钅衿矜 jing:荆兢茎睛晶鲸京惊精粳经井警 "
    "jing:景颈静境敬镜径痉靖竟竞净刭儆阱菁獍憬泾迳弪婧肼胫腈旌靓 jiong:炯窘冂迥炅扃 jiu:揪究纠玖 "
    "jiu:韭久灸九酒厩救旧臼舅咎就疚僦啾阄柩桕鸠鹫赳鬏 ju:桔鞠拘狙疽居驹菊局咀矩举沮聚拒据巨具距 "
    "ju:踞锯俱句惧炬剧倨讵苣苴莒菹掬遽屦琚椐榘榉橘犋飓钜锔窭裾趄醵踽龃雎鞫 juan:捐鹃娟倦眷卷绢鄄 "
    "juan:狷涓桊蠲锩镌隽 jue:嚼撅攫抉掘倔爵觉决诀绝厥劂谲矍蕨噘噱崛獗孓珏桷橛爝镢蹶觖 jun:均菌钧 "
    "jun:军君峻俊竣浚郡骏捃皲麇 ka:喀咖卡佧咔胩 kai:开揩楷凯慨剀垲蒈忾恺铠锎锴 kan:槛刊堪勘坎砍 "
    "kan:看侃莰戡龛瞰 kang:康慷糠扛抗亢炕伉闶钪 kao:考拷烤靠尻栲犒铐 ke:坷苛柯棵磕颗科壳咳可渴克 "
    "ke:刻客课嗑岢恪溘骒缂珂轲氪瞌钶锞稞疴窠颏蝌髁 ken:肯啃垦恳裉龈 keng:坑吭铿 kong:空恐孔控倥 "
    "kong:崆箜 kou:抠口扣寇芤蔻叩眍筘 ku:枯哭窟苦酷库裤刳堀喾绔骷 kua:夸垮挎跨胯侉 kuai:块筷侩快 "
    "kuai:蒯郐哙狯脍 kuan:宽款髋 kuang:匡筐狂框矿眶旷况诓诳邝圹夼哐纩贶 kui:亏盔岿窥葵奎魁馈愧溃 "
    "kui:馗匮夔隗蒉揆喹喟悝愦逵暌睽聩蝰篑跬 kun:坤昆捆困悃阃琨锟醌鲲髡 kuo:括扩廓阔蛞 la:垃拉喇 "
    "la:蜡腊辣啦剌邋旯砬瘌 lai:莱来赖崃徕涞濑赉睐铼癞籁 lan:蓝婪栏拦篮阑兰澜谰揽览懒缆烂滥岚漤榄 "
    "lan:斓罱镧褴 lang:琅榔狼廊郎朗浪莨蒗啷阆锒稂螂 lao:捞劳牢老佬姥酪烙涝潦唠崂栳铑铹痨耢醪 "
    "le:乐肋了仂叻泐鳓 lei:勒雷镭蕾磊累儡垒擂类泪羸诔嘞嫘缧檑耒酹 leng:棱楞冷塄愣 li:厘梨犁黎篱 "
    "li:狸离漓理李里鲤礼莉荔吏栗丽厉励砾历利傈例俐痢立粒沥隶力璃哩俪俚郦坜苈莅蓠藜呖唳喱猁溧澧逦 "
    "li:娌嫠骊缡枥栎轹戾砺詈罹锂鹂疠疬蛎蜊蠡笠篥粝醴跞雳鲡鳢黧 lia:俩 lian:联莲连镰廉怜涟帘敛脸 "
    "lian:链恋炼练蔹奁潋濂琏楝殓臁裢裣蠊鲢 liang:粮凉梁粱良两辆量晾亮谅墚椋踉魉 liao:撩聊僚疗燎 "
    "liao:寥辽撂镣廖料蓼尥嘹獠寮缭钌鹩 lie:列裂烈劣猎冽埒捩咧洌趔躐鬣 lin:琳林磷霖临邻鳞淋凛赁吝 "
    "lin:拎蔺啉嶙廪懔遴檩辚膦瞵粼躏麟 ling:玲菱零龄铃伶羚凌灵陵岭领另令酃苓呤囹泠绫柃棂瓴聆蛉翎 "
    "ling:鲮 liu:溜琉榴硫馏留刘瘤流柳六浏遛骝绺旒熘锍镏鹨鎏 long:龙聋咙笼窿隆垄拢陇垅茏泷珑栊胧 "
    "long:砻癃 lou:楼娄搂篓漏陋偻蒌喽嵝镂瘘耧蝼髅 lu:芦卢颅庐炉掳卤虏鲁麓碌露路赂鹿潞禄录陆戮驴 "
    "lu:吕铝侣旅履屡缕虑氯律率滤绿垆捋撸噜闾泸渌漉逯璐栌榈橹轳辂辘氇胪膂镥稆鸬鹭褛簏舻鲈 "
    "luan:峦挛孪滦卵乱脔娈栾鸾銮 lue:掠略锊 lun:抡轮伦仑沦纶论囵 luo:萝螺罗逻锣箩骡裸落洛骆络倮 "
    "luo:蠃荦摞猡泺漯珞椤脶镙瘰雒 ma:妈麻玛码蚂马骂嘛吗唛犸嬷杩蟆 mai:埋买麦卖迈脉劢荬霾 "
    "man:瞒馒蛮满蔓曼慢漫谩墁幔缦熳镘颟螨鳗鞔 mang:芒茫盲氓忙莽邙漭硭蟒 mao:猫茅锚毛矛铆卯茂冒帽 "
    "mao:貌贸袤茆峁泖瑁昴牦耄旄懋瞀蝥蟊髦 me:么 mei:玫枚梅酶霉煤没眉媒镁每美昧寐妹媚莓嵋猸浼湄楣 "
    "mei:镅鹛袂魅 men:门闷们扪焖懑钔 meng:萌蒙檬盟锰猛梦孟勐甍瞢懵朦礞虻蜢蠓艋艨 mi:眯醚靡糜迷谜 "
    "mi:弥米秘觅泌蜜密幂芈冖谧蘼咪嘧猕汨宓弭脒祢敉糸縻麋 mian:棉眠绵冕免勉娩缅面沔渑湎宀腼眄 "
    "miao:苗描瞄藐秒渺庙妙喵邈缈杪淼眇鹋 mie:蔑灭乜咩蠛篾 min:民抿皿敏悯闽苠岷闵泯缗珉愍黾鳘 "
    "ming:明螟鸣铭名命冥茗溟暝瞑酩 miu:谬 mo:摸摹蘑模膜磨摩魔抹末莫墨默沫漠寞陌谟茉蓦馍嫫殁镆秣 "
    "mo:瘼耱貊貘麽 mou:谋牟某侔哞缪眸蛑鍪 mu:拇牡亩姆母墓暮幕募慕木目睦牧穆仫坶苜沐毪钼 n:嗯 "
    "na:拿哪呐钠那娜纳捺肭镎衲 nai:氖乃奶耐奈鼐艿萘柰 nan:南男难喃囡楠腩蝻赧 nang:囊攮囔馕曩 "
    "nao:挠脑恼闹淖孬垴呶猱瑙硇铙蛲 ne:呢讷疒 nei:馁内 nen:嫩恁 neng:能 ni:妮霓倪泥尼拟你匿腻逆 "
    "ni:溺伲坭猊怩昵旎睨铌鲵 nian:蔫拈年碾撵捻念辗廿埝辇黏鲇鲶 niang:娘酿 niao:鸟尿茑嬲脲袅 "
    "nie:捏聂孽啮镊镍涅陧蘖嗫颞臬蹑 nin:您 ning:柠狞凝宁拧泞佞咛甯聍 niu:牛扭钮纽狃忸妞 "
    "nong:脓浓农弄侬哝 nou:耨 nu:奴努怒女弩胬孥驽恧钕衄 nuan:暖 nue:虐疟 nuo:挪懦糯诺傩搦喏锘 "
    "o:哦喔噢 ou:欧鸥殴藕呕偶沤讴怄瓯耦 pa:啪趴爬帕怕琶葩杷筢 pai:拍排牌徘湃派俳蒎哌 pan:攀潘盘 "
    "pan:磐盼畔判叛拚爿泮袢襻蟠蹒 pang:乓庞旁耪胖彷滂逄螃 pao:抛咆刨炮袍跑泡匏狍庖脬疱 pei:呸胚 "
    "pei:培裴赔陪配佩沛辔帔旆锫醅霈 pen:喷盆湓 peng:砰抨烹澎彭蓬棚硼篷膨朋鹏捧碰堋嘭怦蟛 pi:辟坯 "
    "pi:砒霹批披劈琵毗啤脾疲皮匹痞僻屁譬丕仳陴邳郫圮埤鼙芘擗噼庀淠媲纰枇甓睥罴铍癖疋蚍蜱貔 "
    "pian:篇偏片骗谝骈犏胼翩蹁 piao:飘漂瓢票剽嘌嫖缥殍瞟螵 pie:撇瞥丿苤氕 pin:拼频贫品聘姘嫔榀牝 "
    "pin:颦 ping:乒坪苹萍平凭瓶评屏俜娉枰鲆 po:泊坡泼颇婆破魄迫粕叵鄱珀钋钷皤笸 pou:剖裒掊 "
    "pu:脯扑铺仆莆葡菩蒲埔朴圃普浦谱曝瀑匍噗溥濮璞攴氆攵镤镨蹼 qi:期欺栖戚妻七凄漆柒沏其棋奇歧畦 "
    "qi:崎脐齐旗祈祁骑起岂乞企启契砌器气迄弃汽泣讫亓俟圻芑芪萁萋葺蕲嘁屺岐汔淇骐绮琪琦杞桤槭耆祺 "
    "qi:憩碛颀蛴蜞綦綮蹊鳍麒 qia:掐恰洽葜髂 qian:牵扦钎铅千迁签仟谦乾黔钱钳前潜遣浅谴堑嵌欠歉倩 "
    "qian:佥阡凵芊芡茜掮岍悭慊骞搴褰缱椠肷愆钤虔箝 qiang:枪呛腔羌墙蔷强抢丬戕嫱樯戗炝锖锵镪襁蜣 "
    "qiang:羟跄 qiao:橇锹敲悄桥瞧乔侨巧鞘撬翘峭俏窍劁诮谯荞愀憔缲樵硗跷鞒 qie:切且怯窃郄惬妾挈锲 "
    "qie:箧 qin:钦侵亲秦琴勤芹擒禽寝沁芩揿吣嗪噙溱檎锓螓衾 qing:青轻氢倾卿清擎晴氰情顷请庆苘圊檠 "
    "qing:磬蜻罄箐謦鲭黥 qiong:琼穷邛芎茕穹蛩筇跫銎 qiu:秋丘邱球求囚酋泅俅巯犰逑遒楸赇虬蚯蝤裘糗 "
    "qiu:鳅鼽 qu:趋区蛆曲躯屈驱渠取娶龋趣去诎劬蕖蘧岖衢阒璩觑氍朐祛磲鸲癯蛐蠼麴瞿黢 quan:圈颧权 "
    "quan:醛泉全痊拳犬券劝诠荃犭悛绻辁畎铨蜷筌鬈 que:缺瘸却鹊榷确雀阕阙悫 qun:裙群逡 ran:然燃冉 "
    "ran:染苒蚺髯 rang:瓤壤攘嚷让禳穰 rao:饶扰绕荛娆桡 re:惹热 ren:壬仁人忍韧任认刃妊纫亻仞荏葚 "
    "ren:饪轫稔衽 reng:扔仍 ri:日 rong:戎茸蓉荣融熔溶容绒冗嵘狨榕肜蝾 rou:揉柔肉糅蹂鞣 ru:茹蠕儒 "
    "ru:孺如辱乳汝入褥蓐薷嚅洳溽濡缛铷襦颥 ruan:软阮朊 rui:蕊瑞锐芮蕤枘睿蚋 run:闰润 ruo:若弱偌 "
    "ruo:箬 sa:撒洒萨卅仨挲脎飒 sai:腮鳃塞赛噻 san:三叁伞散馓毵糁 sang:桑嗓丧搡磉颡 sao:搔骚扫嫂 "
    "sao:埽缫臊瘙鳋 se:瑟色涩啬铯穑 sen:森 seng:僧 sha:莎砂杀刹沙纱傻啥煞厦唼歃铩痧裟霎鲨 "
    "shai:筛晒酾 shan:珊苫杉山删煽衫闪陕擅赡膳善汕扇缮剡讪鄯埏芟彡潸姗嬗骟膻钐疝蟮舢跚鳝 "
    "shang:墒伤商赏晌上尚裳垧绱殇熵觞 shao:梢捎稍烧芍勺韶少哨邵绍劭苕潲蛸筲艄 she:奢赊蛇舌舍赦摄 "
    "she:射慑涉社设厍佘猞滠歙畲麝 shen:砷申呻伸身深娠绅神沈审婶甚肾慎渗什诜谂莘哂渖椹胂矧蜃 "
    "sheng:声生甥牲升绳省盛剩胜圣嵊眚笙 shi:匙师失狮施湿诗尸虱十石拾时食蚀实识史矢使屎驶始式示士 "
    "shi:世柿事拭誓逝势是嗜噬适仕侍释饰氏市恃室视试似谥埘莳蓍弑饣轼贳炻礻铈螫舐筮豉豕鲥鲺 "
    "shou:收手首守寿授售受瘦兽扌狩绶艏 shu:蔬枢梳殊抒输叔舒淑疏书赎孰熟薯暑曙署蜀黍鼠属术述树束 "
    "shu:戍竖墅庶数漱恕倏塾菽摅沭澍姝纾毹腧殳秫 shua:刷耍唰 shuai:摔衰甩帅蟀 shuan:栓拴闩涮 "
    "shuang:霜双爽孀 shui:谁水睡税氵 shun:吮瞬顺舜 shuo:说硕朔烁蒴搠妁槊铄 si:斯撕嘶思私司丝死肆 "
    "si:寺嗣四饲巳厮兕厶咝汜泗澌姒驷纟缌祀锶鸶耜蛳笥 song:松耸怂颂送宋讼诵凇菘崧嵩忪悚淞竦 "
    "sou:搜艘擞嗽叟薮嗖嗾馊溲飕瞍锼螋 su:苏酥俗素速粟僳塑溯宿诉肃夙谡蔌嗉愫涑簌觫稣 suan:酸蒜算 "
    "suan:狻 sui:虽隋随绥髓碎岁穗遂隧祟谇荽濉邃燧眭睢 sun:孙损笋荪狲飧榫隼 suo:蓑梭唆缩琐索锁所 "
    "suo:唢嗦嗍娑桫睃羧 ta:塌他它她塔獭挞蹋踏闼溻遢榻铊趿鳎 tai:胎苔抬台泰酞太态汰邰薹肽炱钛跆鲐 "
    "tan:坍摊贪瘫滩坛檀痰潭谭谈坦毯袒碳探叹炭郯昙忐钽锬覃 tang:汤塘搪堂棠膛唐糖倘躺淌趟烫傥帑饧 "
    "tang:溏瑭樘铴镗耥螗螳羰醣 tao:掏涛滔绦萄桃逃淘陶讨套鼗啕洮韬饕 te:特忒忑慝铽 teng:藤腾疼誊 "
    "teng:滕 ti:梯剔踢锑提题蹄啼体替嚏惕涕剃屉倜荑悌逖绨缇鹈裼醍 tian:天添填田甜恬舔腆掭忝阗殄畋 "
    "tiao:挑条迢眺跳佻祧窕蜩笤粜龆鲦髫 tie:贴铁帖萜餮 ting:厅听烃汀廷停亭庭挺艇莛葶婷梃町蜓霆 "
    "tong:通桐酮瞳同铜彤童桶捅筒统痛佟僮仝茼嗵恸潼砼 tou:偷投头透亠钭骰 tu:凸秃突图徒途涂屠土吐 "
    "tu:兔堍荼菟钍酴 tuan:湍团抟彖疃 tui:推颓腿蜕褪退煺 tun:吞屯臀氽饨暾豚 tuo:拖托脱鸵陀驮驼椭 "
    "tuo:妥拓唾乇佗坨庹沲沱柝橐砣箨酡跎鼍 wa:挖哇蛙洼娃瓦袜佤娲腽 wai:歪外崴 wan:豌弯湾玩顽丸烷 "
    "wan:完碗挽晚皖惋宛婉万腕剜芄菀纨绾琬脘畹蜿 wang:汪王亡枉网往旺望忘妄罔惘辋魍 wei:威巍微危韦 "
    "wei:违桅围唯惟为潍维苇萎委伟伪尾纬未蔚味畏胃喂魏位渭谓尉慰卫偎诿隈圩葳薇囗帏帷嵬猥猬闱沩洧 "
    "wei:涠逶娓玮韪軎炜煨痿艉鲔 wen:瘟温蚊文闻纹吻稳紊问刎阌汶玟璺雯 weng:嗡翁瓮蓊蕹 wo:挝蜗涡窝 "
    "wo:我斡卧握沃倭莴幄渥肟硪龌 wu:巫呜钨乌污诬屋无芜梧吾吴毋武五捂午舞伍侮坞戊雾晤物勿务悟误兀 "
    "wu:仵阢邬圬芴呒唔庑怃忤浯寤迕妩婺骛杌牾焐鹉鹜痦蜈鋈鼯 xi:昔熙析西硒矽晰嘻吸锡牺稀息希悉膝夕 "
    "xi:惜熄烯溪汐犀檄袭席习媳喜铣洗系隙戏细僖兮隰郗菥葸蓰奚唏徙饩阋浠淅屣嬉玺樨曦觋欷熹禊禧皙穸 "
    "xi:蜥螅蟋舄舾羲粞翕醯鼷 xia:瞎虾匣霞辖暇峡侠狭下夏吓狎遐瑕柙硖罅黠 xian:掀锨先仙鲜纤咸贤衔 "
    "xian:舷闲涎弦嫌显险现献县腺馅羡宪陷限线冼苋莶藓岘猃暹娴氙燹祆鹇痫蚬筅籼酰跣跹霰 xiang:相厢 "
    "xiang:镶香箱襄湘乡翔祥详想响享项巷橡像向象芗葙饷庠骧缃蟓鲞飨 xiao:萧硝霄哮嚣销消宵淆晓小孝 "
    "xiao:校肖啸笑效哓崤潇逍骁绡枭枵筱箫魈 xie:楔些歇蝎鞋协挟携邪斜胁谐写械卸蟹懈泄泻谢屑偕亵勰 "
    "xie:燮薤撷獬廨渫瀣邂绁缬榭榍躞 xin:薪芯锌欣辛新忻心信衅囟馨忄昕歆鑫 xing:星腥猩惺兴刑型形邢 "
    "xing:行醒幸杏性姓陉荇荥擤悻硎 xiong:兄凶胸匈汹雄熊 xiu:休修羞朽嗅锈秀袖绣咻岫馐庥溴鸺貅髹 "
    "xu:墟戌需虚嘘须徐许蓄酗叙旭序恤絮婿绪续吁诩勖蓿洫溆顼栩煦盱胥糈醑 xuan:轩喧宣悬旋玄选癣眩绚 "
    "xuan:儇谖萱揎泫渲漩璇楦暄炫煊碹铉镟痃 xue:削靴薛学穴雪血谑泶踅鳕 xun:勋熏循旬询寻驯巡殉汛训 "
    "xun:讯逊迅巽埙荀荨蕈薰峋徇獯恂洵浔曛窨醺鲟 ya:压押鸦鸭呀丫芽牙蚜崖衙涯雅哑亚讶轧伢垭揠吖岈 "
    "ya:迓娅琊桠氩砑睚痖 yan:焉咽阉烟淹盐严研蜒岩延言颜阎炎沿奄掩眼衍演艳堰燕厌砚雁唁彦焰宴谚验 "
    "yan:厣赝俨偃兖讠谳郾鄢芫菸崦恹闫湮滟妍嫣琰檐晏胭腌焱罨筵酽魇餍鼹 yang:殃央鸯秧杨扬佯疡羊洋 "
    "yang:阳氧仰痒养样漾徉怏泱炀烊恙蛘鞅 yao:邀腰妖瑶摇尧遥窑谣姚咬舀药要耀钥夭爻吆崾徭幺珧杳轺 "
    "yao:曜肴鹞窈繇鳐 ye:椰噎耶爷野冶也页掖业叶曳腋夜液靥谒邺揶晔烨铘 yi:一壹医揖铱依伊衣颐夷遗 "
    "yi:移仪胰疑沂宜姨彝椅蚁倚已乙矣以艺抑易邑屹亿役臆逸肄疫亦裔意毅忆义益溢诣议谊译异翼翌绎刈劓 "
    "yi:佚佾诒圯埸懿苡薏弈奕挹弋呓咦咿噫峄嶷猗饴怿怡悒漪迤驿缢殪轶贻欹旖熠眙钇镒镱痍瘗癔翊衤蜴舣 "
    "yi:羿翳酏黟 yin:茵荫因殷音阴姻吟银淫寅饮尹引隐印胤鄞廴垠堙茚吲喑狺夤洇氤铟瘾蚓霪 ying:英樱 "
    "ying:婴鹰应缨莹萤营荧蝇迎赢盈影颖硬映嬴郢茔莺萦蓥撄嘤膺滢潆瀛瑛璎楹媵鹦瘿颍罂 yo:哟唷 "
    "yong:拥佣臃痈庸雍踊蛹咏泳涌永恿勇用俑壅墉喁慵邕镛甬鳙饔 you:幽优悠忧尤由邮铀犹油游酉有友右 "
    "you:佑釉诱又幼卣攸侑莠莜莸尢呦囿宥柚猷牖铕疣蚰蚴蝣鱿黝鼬 yu:迂淤于盂榆虞愚舆余俞逾鱼愉渝渔 "
    "yu:隅予娱雨与屿禹宇语羽玉域芋郁遇喻峪御愈欲狱育誉浴寓裕预豫驭禺毓伛俣谀谕萸蓣揄圄圉嵛狳饫馀 "
    "yu:庾阈鬻妪妤纡瑜昱觎腴欤於煜燠肀聿钰鹆鹬瘐瘀窬窳蜮蝓竽臾舁雩龉 yuan:鸳渊冤元垣袁原援辕园员 "
    "yuan:圆猿源缘远苑愿怨院垸塬掾沅媛瑗橼爰眢鸢螈箢鼋 yue:曰约越跃岳粤月悦阅龠瀹樾刖钺 yun:耘云 "
    "yun:郧匀陨允运蕴酝晕韵孕郓芸狁恽愠纭韫殒昀氲熨筠 za:匝砸杂咋拶咂 zai:栽哉灾宰载再在仔崽甾 "
    "zan:咱攒暂赞瓒昝簪糌趱錾 zang:赃脏葬奘驵臧 zao:遭糟凿藻枣早澡蚤躁噪造皂灶燥唣 ze:责择则泽仄 "
    "ze:赜啧帻迮昃笮箦舴 zei:贼 zen:怎谮 zeng:增憎赠缯甑罾锃 zha:扎喳渣札铡闸眨栅榨乍炸诈柞揸吒 "
    "zha:咤哳楂砟痄蚱齄 zhai:摘斋宅窄债寨砦瘵 zhan:瞻毡詹粘沾盏斩崭展蘸栈占战站湛绽谵搌旃 "
    "zhang:长樟章彰漳张掌涨杖丈帐账仗胀瘴障仉鄣幛嶂獐嫜璋蟑 zhao:招昭找沼赵照罩兆肇召爪诏啁棹钊 "
    "zhao:笊 zhe:遮折哲蛰辙者锗蔗这浙着谪摺柘辄磔鹧褶蜇赭 zhen:珍斟真甄砧臻贞针侦枕疹诊震振镇阵 "
    "zhen:帧圳蓁浈缜桢榛轸赈胗朕祯畛稹鸩箴 zheng:蒸挣睁征狰争怔整拯正政症郑证诤峥徵钲铮筝 "
    "zhi:芝枝支吱蜘知肢脂汁之织职直植殖执值侄址指止趾只旨纸志挚掷至致置帜峙制智秩稚质炙痔滞治窒 "
    "zhi:卮陟郅埴芷摭帙夂忮彘咫骘栉枳栀桎轵轾贽胝膣祉祗黹雉鸷痣蛭絷酯跖踬踯豸觯 zhong:中盅忠钟衷 "
    "zhong:终种肿重仲众冢锺螽舯踵 zhou:舟周州洲诌粥轴肘帚咒皱宙昼骤荮妯纣绉胄籀酎 zhu:珠株蛛朱猪 "
    "zhu:诸诛逐竹烛煮拄瞩嘱主著柱助蛀贮铸筑住注祝驻丶伫侏邾苎茱洙渚潴杼槠橥炷铢疰瘃竺箸舳翥躅麈 "
    "zhua:抓 zhuai:拽 zhuan:专砖转撰赚篆啭馔颛 zhuang:桩庄装妆撞壮状 zhui:锥追赘坠缀惴骓缒隹 "
    "zhun:谆准肫窀 zhuo:捉拙卓桌茁酌啄灼浊倬诼擢浞涿濯禚斫镯 zi:兹咨资姿滋淄孜紫籽滓子自渍字谘嵫 "
    "zi:姊孳缁梓辎赀恣眦锱秭耔笫粢趑觜訾龇鲻髭 zong:鬃棕踪宗综总纵偬腙粽 zou:邹走奏揍诹陬鄹驺楱 "
    "zou:鲰 zu:租足卒族祖诅阻组俎镞 zuan:钻纂攥缵躜 zui:嘴醉最罪蕞 zun:尊遵撙樽鳟 zuo:琢昨左佐做 "
    "zuo:作坐座阼唑怍胙祚 "
)
_ALSO_READ = (
    "行hang 重chong 长chang 乐yue 都du 还huan 调tiao 传zhuan 朝zhao 藏zang 曾zeng 单shan "
    "仇qiu 区ou 解xie 查zha 着zhuo 得dei 地di 的di 大dai 会kuai 角jue 觉jiao 率shuai 六lu "
    "露lou 落la 模mu 弹tan 宿xiu 省xing 系ji 校jiao 降xiang 血xie 沈chen 翟zhai 万mo 卜bu "
    "薄bo 种chong 朴piao 车ju 厦xia 参shen 差chai 了liao 没mo 什shi 折she 数shuo 说shui "
    "叶xie 伯bai 尉yu 谷yu 柏bai 剥bo 石dan 盛cheng 给ji 葛ge 提di 番pan 便pian 拾she 宁ning "
    "逄pang 员yun 召shao 缪miao 盖ge 洗xian 折zhe 泊bo 屏bing "
)


def _readings() -> dict[str, str]:
    groups = (each.partition(":")[::2] for each in "".join(_READ).split())
    return {character: syllable for syllable, read_so in groups for character in read_so}


_FIRST = _readings()
_SECOND = {each[0]: each[1:] for each in _ALSO_READ.split()}
SYLLABLES = frozenset((*_FIRST.values(), *_SECOND.values()))

_LONGEST_TOGETHER = 4
_LONGEST_WHOLE = 12
_LONGEST_READ = 60
_HAN = re.compile("[㐀-䶿一-鿿豈-\ufaff](?: *[㐀-䶿一-鿿豈-\ufaff])*")
_TYPED_WITH_TONE = re.compile(r"([a-z]{1,6})[1-5]\Z")
_TYPED_WITH_V = re.compile(r"[ln]ve?\Z")


def said(folded: str) -> Iterator[str]:
    """Every way to type the Han characters of a folded text in pinyin: by syllables, and joined."""
    for run in _HAN.findall(folded):
        characters = run.replace(" ", "")[:_LONGEST_READ]
        yield from (_SECOND[each] for each in characters if each in _SECOND)
        syllables = [_FIRST[each] for each in characters if each in _FIRST]
        yield from syllables
        yield from joined(syllables)


def said_whole(folded: str) -> str:
    """The whole text with its Han characters in pinyin, in one word; empty where it has none."""
    if not _HAN.search(folded):
        return ""
    read = (_FIRST.get(each, each) for each in folded)
    return "".join("".join(read).split())


def joined(syllables: Sequence[str]) -> Iterator[str]:
    """Neighbouring syllables in one word: two to four of them, and a short name or title whole."""
    for length in range(2, _LONGEST_TOGETHER + 1):
        for at in range(len(syllables) - length + 1):
            yield "".join(syllables[at : at + length])
    if _LONGEST_TOGETHER < len(syllables) <= _LONGEST_WHOLE:
        yield "".join(syllables)


def joined_where_romanised(words: Iterable[str]) -> Iterator[str]:
    """The same for a line that is romanised already: *gui tu lie che* is typed *guitu*, too."""
    run: list[str] = []
    for word in words:
        if word in SYLLABLES:
            run.append(word)
        elif run:
            yield from joined(run[:_LONGEST_READ])
            run = []
    yield from joined(run[:_LONGEST_READ])


def without_tone(word: str) -> str:
    """A syllable that was typed with its tone or with *v* for *ü*; empty for any other word."""
    found = _TYPED_WITH_TONE.match(word)
    bare = found[1] if found else word
    if _TYPED_WITH_V.match(bare):
        bare = bare.replace("v", "u")
    return bare if bare != word and bare in SYLLABLES else ""
